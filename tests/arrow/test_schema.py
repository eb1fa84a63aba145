"""The Arrow schema says what the JSON Schema says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa
import pytest

from thainews_ie import SCHEMA_VERSION, Article, json_schema
from thainews_ie.arrow.schema import ARTICLE_SCHEMA, RECORD_SCHEMA, RESULT_SCHEMA

Shape = Any  # nested: the name of a type, a list of one shape, or a dictionary of them

JSON_DEFS = json_schema()["$defs"]
# Where Arrow says more than JSON can: a day is a type there.
KINDS = {"int32": "integer", "int64": "integer", "double": "number", "string": "string"}


def of_json(schema: Any) -> Shape:
    """The shape of a JSON Schema, ``(shape, "null")`` where it may be null."""
    if "anyOf" in schema:
        inner, null = schema["anyOf"]
        assert null == {"type": "null"}
        return (of_json(inner), "null")
    if "$ref" in schema:
        return of_json(JSON_DEFS[schema["$ref"].rpartition("/")[2]])
    if "const" in schema:
        return "integer"
    if schema["type"] == "array":
        return [of_json(schema["items"])]
    if schema["type"] == "object":
        assert schema["required"] == list(schema["properties"])
        return {name: of_json(inner) for name, inner in schema["properties"].items()}
    return "day" if schema.get("format") == "date" else schema["type"]


def of_fields(fields: Iterable[pa.Field]) -> Shape:
    return {field.name: of_arrow(field) for field in fields}


def of_arrow(field: pa.Field) -> Shape:
    """The shape of an Arrow field, likewise."""
    kind = field.type
    shape: Shape
    if pa.types.is_struct(kind):
        shape = of_fields(kind.fields)
    elif pa.types.is_list(kind):
        shape = [of_arrow(kind.value_field)]
    elif pa.types.is_date32(kind):
        shape = "day"
    else:
        shape = KINDS[str(kind)]
    return (shape, "null") if field.nullable else shape


def test_records_have_the_fields_of_their_json_in_its_order() -> None:
    assert of_fields(RECORD_SCHEMA) == of_json(json_schema())
    assert RECORD_SCHEMA.names == list(json_schema()["properties"])


def test_articles_have_the_fields_of_article() -> None:
    assert set(ARTICLE_SCHEMA.names) == set(Article.__slots__)
    assert {field.name for field in ARTICLE_SCHEMA if not field.nullable} == {"id", "text"}


def test_results_are_records_or_errors() -> None:
    assert RESULT_SCHEMA.names == [*RECORD_SCHEMA.names, "error"]
    assert [field.name for field in RESULT_SCHEMA if not field.nullable] == ["id"]
    for field in RECORD_SCHEMA:
        assert RESULT_SCHEMA.field(field.name).type == field.type


@pytest.mark.parametrize("schema", [ARTICLE_SCHEMA, RECORD_SCHEMA, RESULT_SCHEMA])
def test_schemas_name_their_version(schema: pa.Schema) -> None:
    assert schema.metadata[b"thainews_ie.schema_version"] == str(SCHEMA_VERSION).encode()
