"""Tells of the names in an installed SDK: a question as JSON on stdin, the answer as JSON on the last line of stdout."""

import importlib
import importlib.metadata
import inspect
import json
import re
import sys


def names(value):
    declared = [*getattr(type(value), "__annotations__", {})]
    if inspect.ismodule(value) and getattr(value, "__file__", None):
        # A module may load its members only when they are asked for; then dir() does not list them.
        with open(value.__file__, encoding="utf-8", errors="replace") as source:
            declared += [name for name in set(re.findall(r"\b[A-Z]\w+", source.read())) if hasattr(value, name)]
    return sorted({name for name in [*dir(value), *declared] if not name.startswith("_")})


def find(value, path):
    for name in path:
        value = getattr(value, name)
    return value


def follow(route):
    module, *path = route["root"].split(".")
    try:
        value = importlib.import_module(route["from"] or module)
    except ImportError:
        return {"at": "missing", "member": -1, "has": []}
    for name in path:
        if not hasattr(value, name):
            return {"at": "missing", "member": -1, "has": names(value)}
        value = getattr(value, name)
    if route["made"]:
        args = route["args"]
        options = [args["options"]] if args["options"] else []
        try:
            value = value(*args["positional"], *options, **args["named"])
        except Exception:
            return {"at": "unseen", "member": 0}
    for index, member in enumerate(route["members"]):
        if not hasattr(value, member["name"]):
            return {"at": "missing", "member": index, "has": names(value)}
        value = getattr(value, member["name"])
        if member["called"] and index + 1 < len(route["members"]):
            return {"at": "unseen", "member": index + 1}
    return follow_named(value, route) or {"at": "end"}


def follow_named(call, route):
    try:
        parameters = inspect.signature(call).parameters
    except (TypeError, ValueError):
        return None
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters.values()):
        return None
    for index, name in enumerate(route["named"]):
        if name not in parameters:
            return {"at": "missing", "member": len(route["members"]) + index, "has": list(parameters)}
    return None


def survey(package):
    files = importlib.metadata.distribution(package).files or []
    tops = [file.parts[0] for file in files if len(file.parts) == 2 and file.name == "__init__.py"]
    module = tops[0] if tops else package.replace("-", "_")
    value = importlib.import_module(module)
    classes = [name for name in names(value) if inspect.isclass(getattr(value, name))]
    errors = [name for name in classes if issubclass(getattr(value, name), Exception)]
    general = [name for name in errors if all(issubclass(getattr(value, other), getattr(value, name)) for other in errors)]
    usual = {"client": 0, f"{module}client".lower(): 0, module.lower(): 1, "restclient": 2}
    clients = [name for name in classes if name.lower() in usual or name.endswith("Client")]
    clients.sort(key=lambda name: (usual.get(name.lower(), 9), "Async" in name, len(name)))
    return {
        "construct": f"{module}.{clients[0] if clients else 'Client'}",
        "imports": {module: module},
        "errors": [f"{module}.{name}" for name in sorted(general, key=len) or sorted(errors, key=len)[:1]],
    }


question = json.load(sys.stdin)
answer = [follow(route) for route in question["follow"]] if "follow" in question else survey(question["survey"])
print("\n" + json.dumps(answer))
