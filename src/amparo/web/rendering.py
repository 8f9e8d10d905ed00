"""Pages into HTML: every value is escaped on its way out, and shown with what would act on a screen written out."""

from dataclasses import fields
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from amparo.report.words import visible

from .pages import Page


def render(page: Page) -> str:
    """The page as HTML; its template is given the page's fields and nothing else."""
    given = {field.name: getattr(page, field.name) for field in fields(page)}
    return environment().get_template(page.template).render(given)


@cache
def environment() -> Environment:
    """The templates of this room; a name that is not given is an error and not an empty place."""
    return Environment(
        loader=PackageLoader("amparo.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _harmless(value: object) -> object:
    """Text from outside on one line, without characters that reverse the reading order or act on a screen."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
