"""Ana is invited, sets a password, signs in and out; strangers stay outside."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import PASSWORD, Town


def test_ana_follows_her_link_sets_a_password_and_is_inside(town: Town, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(town.invited("ana@example.org", "admin"))
    expect(page.get_by_label("One-time code")).not_to_have_value("")
    assert "#" not in page.url  # the code has left the address
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Set password and sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{town.address}/console")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_ana_signs_in_without_script_and_lands_where_she_wanted_to_go(
    town: Town, open_page: Callable[..., Page]
) -> None:
    town.text("+15550100", "hello")
    link = town.invited("ana@example.org", "staff")
    page = open_page(script=False)
    page.goto(link)
    page.get_by_label("One-time code").fill(link.partition("#")[2].lower())
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Set password and sign in").click()
    page.get_by_role("button", name="Sign out").click()

    page.goto(f"{town.address}/console/conversations/{town.conversation('+15550100')}")
    page.get_by_label("E-mail address").fill("Ana@Example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".bubble .body").first).to_have_text("hello")


def test_a_wrong_password_and_a_spent_code_are_told_kindly(town: Town, open_page: Callable[..., Page]) -> None:
    link = town.invited("ana@example.org", "staff")
    page = open_page()
    page.goto(link)
    page.get_by_label("New password").fill("short one12")
    page.get_by_label("New password").evaluate("field => field.removeAttribute('minlength')")
    page.get_by_label("The same again").evaluate("field => field.removeAttribute('minlength')")
    page.get_by_label("The same again").fill("short one12")
    page.get_by_role("button", name="Set password and sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("at least 12 characters")

    page.goto(f"{town.address}/console/sign-in")
    page.get_by_label("E-mail address").fill("ana@example.org")
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("That did not work")
    expect(page.get_by_label("E-mail address")).to_have_value("ana@example.org")
