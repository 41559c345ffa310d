"use strict";
// What the page does besides its terminal (textual.js, which begins when everything is loaded).

// The token has done its part: a cookie does for the rest, and no history or screenshot has to show the token.
const query = new URLSearchParams(location.search);
const sizes = query.has("fontsize") ? `?fontsize=${encodeURIComponent(query.get("fontsize"))}` : "";

// Keys that are pressed before the connection is there wait for it; why it was closed is shown.
window.WebSocket = class extends WebSocket {
  constructor(...where) {
    super(...where);
    this.early = [];
    this.addEventListener("open", () => this.early.splice(0).forEach((text) => super.send(text)));
    this.addEventListener("close", (event) => {
      if (event.reason) document.getElementById("why").textContent = event.reason;
      document.getElementById("again").focus();
    });
  }
  send(text) {
    if (this.readyState === WebSocket.CONNECTING) this.early.push(text);
    else if (this.readyState === WebSocket.OPEN) super.send(text);
  }
};

// A page of another site is opened by address alone: it is handed no way back to this one.
const open = window.open.bind(window);
window.open = (url, ...rest) => {
  if (url === undefined) return open();
  if (/^https?:\/\/[^/]/i.test(url)) open(url, "_blank", "noopener,noreferrer");
  return null;
};

const focus = () => document.querySelector(".xterm-helper-textarea")?.focus();

document.addEventListener("DOMContentLoaded", () => {
  const { folder } = document.body.dataset;
  history.replaceState(null, "", folder + sizes);
  const terminal = document.getElementById("terminal");
  terminal.dataset.fontSize = Math.min(Math.max(parseInt(query.get("fontsize") ?? "16", 10) || 16, 6), 72);
  terminal.dataset.sessionWebsocketUrl =
    `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${folder}ws`;
  document.getElementById("again").addEventListener("click", () => location.reload());
  window.addEventListener("load", focus);  // after that of textual.js, which makes the terminal
  window.addEventListener("focus", focus);
});
