"""The package: its description is true."""

import ast
import doctest
import inspect
from pathlib import Path

import epitome

PACKAGE = Path(epitome.__file__).parent


def test_docstrings_of_the_stub_are_those_of_the_module():
    stub = ast.parse((PACKAGE / "_epitome.pyi").read_text(encoding="utf-8"))
    classes = [node for node in stub.body if isinstance(node, ast.ClassDef)]
    assert classes
    for node in classes:
        cls = getattr(epitome, node.name)
        assert ast.get_docstring(node) == inspect.getdoc(cls)
        for member in node.body:
            if isinstance(member, ast.FunctionDef) and ast.get_docstring(member):
                assert ast.get_docstring(member) == inspect.getdoc(getattr(cls, member.name)), member.name


def test_the_examples_run():
    assert doctest.testmod(epitome).failed == 0
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    example = readme.split("```python\n")[1].split("```")[0]
    exec(example, {})


def test_everything_public_is_named():
    assert all(getattr(epitome, name).__doc__ for name in epitome.__all__)
    assert (PACKAGE / "py.typed").is_file()


def test_the_schema_is_that_of_the_batch():
    import pyarrow as pa

    found = epitome.Summarizer().summarize_arrow(pa.record_batch({"text": ["One."]}))

    def spark(type):
        if pa.types.is_list(type):
            return f"array<{spark(type.value_type)}>"
        if pa.types.is_struct(type):
            return "struct<" + ", ".join(f"{field.name}: {spark(field.type)}" for field in type) + ">"
        return {pa.string(): "string", pa.int64(): "bigint", pa.float64(): "double"}[type]

    assert ", ".join(f"{field.name} {spark(field.type)}" for field in found.schema) == epitome.SPARK_SCHEMA
