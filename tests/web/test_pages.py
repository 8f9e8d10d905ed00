"""What a page is given is what its template uses: nothing is missing, nothing is given in vain."""

import inspect
from dataclasses import fields

import pytest
from jinja2 import meta, nodes

from amparo.web import pages
from amparo.web.pages import Page
from amparo.web.rendering import environment

PAGES = [page for _, page in inspect.getmembers(pages, inspect.isclass) if issubclass(page, Page) and page is not Page]


def used(template: str) -> set[str]:
    """The names that a template and those that it builds on take from outside."""
    source, _, _ = environment().loader.get_source(environment(), template)  # type: ignore[union-attr]
    tree = environment().parse(source)
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    imported = {
        name[-1] if isinstance(name, tuple) else name for one in tree.find_all(nodes.FromImport) for name in one.names
    }
    found = meta.find_undeclared_variables(tree) - macros - imported
    for other in meta.find_referenced_templates(tree):
        assert other is not None, "a template must be named where it is used"
        found |= used(other)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_the_fields_of_a_page_are_the_names_that_its_template_uses(page: type[Page]) -> None:
    assert used(page.template) == {field.name for field in fields(page)}


def test_every_template_belongs_to_a_page() -> None:
    def built_on(template: str) -> set[str]:
        source, _, _ = environment().loader.get_source(environment(), template)  # type: ignore[union-attr]
        named = {other for other in meta.find_referenced_templates(environment().parse(source)) if other}
        return {template}.union(*map(built_on, named))

    assert set().union(*(built_on(page.template) for page in PAGES)) == set(environment().list_templates())


def test_macros_see_only_what_they_are_given() -> None:
    assert used("parts.html.j2") == set()
