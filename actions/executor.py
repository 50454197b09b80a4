"""All actions behind one door, for the service's route ``/actions/webhook``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor

from actions.about_us import ActionAboutUs
from actions.handoff import ActionCallCoach
from actions.place import ActionAffirm, ActionAskZip, ActionDeny, ActionLocation
from actions.reader import DirectoryReader
from actions.relapse import ActionRelapse
from actions.safety_net import ActionCheckSafety, ActionOptOut
from actions.search import ActionFindResources, ActionMore, ActionSeek
from actions.trouble import ActionComplaint, ActionNotUnderstood


def all_actions(reader: DirectoryReader) -> tuple[Action, ...]:
    """Return every action, ready to run."""
    return (
        ActionAboutUs(),
        ActionAffirm(),
        ActionAskZip(),
        ActionCallCoach(),
        ActionCheckSafety(),
        ActionComplaint(reader),
        ActionDeny(reader),
        ActionFindResources(reader),
        ActionLocation(reader),
        ActionMore(reader),
        ActionNotUnderstood(reader),
        ActionOptOut(),
        ActionRelapse(reader),
        ActionSeek(reader),
    )


def make_executor(reader: DirectoryReader) -> ActionExecutor:
    """Return an executor that knows all actions. Nothing is shared between two of them."""
    executor = ActionExecutor()
    for action in all_actions(reader):
        executor.register_action(action)
    return executor


async def run(executor: ActionExecutor, payload: Mapping[str, Any]) -> dict[str, Any]:
    """Run the action that Rasa asks for and return what Rasa expects (JSON).

    ``payload`` is the request's JSON: ``next_action``, ``tracker``, ….

    Raises:
        rasa_sdk.interfaces.ActionNotFoundException: there is no such action.
        rasa_sdk.interfaces.ActionExecutionRejection: the action refused.
    """
    # The SDK wants a domain or a known digest; ours need neither.
    result = await executor.run({"domain": {}, **payload})
    return {"events": [], "responses": []} if result is None else result.model_dump()
