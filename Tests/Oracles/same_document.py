"""Whether an OpenAPI document says the same in JSON and in YAML, read by readers that are not ours.

Usage: same_document.py openapi.json openapi.yaml
"""

import json
import sys

import yaml


def main(json_path: str, yaml_path: str) -> int:
    with open(json_path, encoding="utf-8") as file:
        from_json = json.load(file)
    with open(yaml_path, encoding="utf-8") as file:
        from_yaml = yaml.safe_load(file)
    if from_json == from_yaml:
        return 0
    print(f"{json_path} and {yaml_path} differ: {first_difference(from_json, from_yaml, '$')}", file=sys.stderr)
    return 1


def first_difference(one, other, place: str) -> str:
    if isinstance(one, dict) and isinstance(other, dict):
        for name in one.keys() | other.keys():
            if one.get(name) != other.get(name):
                return first_difference(one.get(name), other.get(name), f"{place}.{name}")
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (left, right) in enumerate(zip(one, other)):
            if left != right:
                return first_difference(left, right, f"{place}[{index}]")
    return f"{place}: {one!r} and {other!r}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
