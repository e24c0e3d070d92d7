import { View } from "../../../policy-pack/reading/view";
import { StackIndex, type StackResource } from "../../../policy-pack/stack/stack-index";
import { onTheWire, type Program, urnOf } from "./fixtures";

/** A program as the pack's index of a stack holds it, without a process or a wire in between. */
export function stackOf(program: Program): StackIndex {
  return new StackIndex(
    onTheWire(program).map((resource) => ({
      ...{ urn: resource.urn, type: resource.type, name: resource.name, parent: resource.parent },
      ...{ props: new View(resource.inputs, ""), outputs: new View(resource.outputs, "") },
      ...{ dependencies: [], propertyDependencies: resource.propertyDependencies },
    })),
  );
}

/** A program's index, and one of its resources by its name. */
export function inStack(
  program: Program,
): readonly [stack: StackIndex, named: (name: string) => StackResource] {
  const stack = stackOf(program);
  return [
    stack,
    (name) => {
      const found = stack.resources.find(({ urn }) => urn === urnOf(program, name));
      if (!found) throw new Error(`no resource is named ${name}`);
      return found;
    },
  ];
}
