import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { makeUrn, qualifiedTypeOf, STACK_TYPE, type UrnScope } from "./urn";

/** The resource whose aliases are worked out. */
export interface AliasSubject {
  readonly type: string;
  readonly name: string;
  /** The parent's URN; empty for none. */
  readonly parent: string;
}

/**
 * Node programs of older SDKs say "no parent" by an empty parent and "the same parent" by `noParent`; requests that do
 * not claim to be well-formed are read that way, as the engine does.
 */
export function wellFormed(alias: Alias): Alias {
  const spec = alias.getSpec();
  if (spec === undefined) return alias;
  const corrected = new Alias.Spec()
    .setName(spec.getName())
    .setType(spec.getType())
    .setStack(spec.getStack())
    .setProject(spec.getProject());
  if (spec.hasParenturn() && spec.getParenturn() !== "") corrected.setParenturn(spec.getParenturn());
  else if (!spec.hasNoparent() || !spec.getNoparent()) corrected.setNoparent(true);
  return new Alias().setSpec(corrected);
}

/** The URN that an alias stands for: what it leaves out is as in the resource itself. */
export function aliasUrn(scope: UrnScope, subject: AliasSubject, alias: Alias): string {
  const spec = alias.getSpec();
  if (spec === undefined) return alias.getUrn();
  const wanted = spec.getParenturn() === "" ? subject.parent : spec.getParenturn();
  const noParent = spec.getNoparent() || qualifiedTypeOf(wanted) === STACK_TYPE;
  return makeUrn(
    { stack: spec.getStack() || scope.stack, project: spec.getProject() || scope.project },
    noParent ? "" : wanted,
    spec.getType() || subject.type,
    spec.getName() || subject.name,
  );
}
