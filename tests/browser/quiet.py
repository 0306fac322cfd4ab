"""Whether a page is quiet: nothing to the console, nobody asked but its own server, no answer that is an error."""

WHOLE = ("upload",)  # documents that work without JavaScript: a move there loads a page


def quiet(visit) -> None:
    """Nothing was said to the console, no other host was asked, no answer was an error."""
    assert visit.console == []
    assert visit.strangers == []
    errors = []
    for request in visit.requests:
        answer = request.response()
        if answer and answer.status >= 400:
            errors.append(f"{answer.status} {request.url}")
    assert errors == []


def came_quietly(visit, module) -> None:
    """A page of the registry loaded quietly, its first view drawn by the router's own callback alone."""
    if module == "not_found_404":
        visit.requests = [one for one in visit.requests if not one.is_navigation_request()]
        visit.console = [said for said in visit.console if "404 (NOT FOUND)" not in said]
    quiet(visit)
    posts = [one for one in visit.loading if one.method == "POST"]
    assert len(posts) == (module not in WHOLE), [one.post_data for one in posts]
