"""Ideas that add value, on a panel of a project."""

from datetime import date

from typing_extensions import override

from notebook.services.project_page import ProjectPage
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.pages.project_panel import ProjectPanel
from notebook.ui.widgets.idea_rows import IdeaRows


class Ideas(ProjectPanel):
    """What would do them good in a project.

    Attributes:
        ideas: the ideas, and the line for another one.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("ideas", "What else would do them good"))
        self.ideas = IdeaRows(icons)
        self.body.insertWidget(self.body.indexOf(self.more_button), self.ideas)

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        self.ideas.show_ideas(page.id, self.first(page.ideas), today)
        return page.agreed_on is not None or bool(page.ideas)
