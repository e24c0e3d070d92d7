/** The type of the resource every program has exactly one of: its stack. */
export const STACK_TYPE = "pulumi:pulumi:Stack";

const PREFIX = "urn:pulumi:";
const PROVIDER_TYPE_PREFIX = "pulumi:providers:";

/** What a URN is made of besides the resource's own type and name. */
export interface UrnScope {
  readonly stack: string;
  readonly project: string;
}

/** The part of a URN that names the types from the outermost parent down, joined by `$`. */
export function qualifiedTypeOf(urn: string): string {
  return urn.split("::")[2] ?? "";
}

/** The type of the resource itself. */
export function typeOf(urn: string): string {
  const qualified = qualifiedTypeOf(urn);
  return qualified.slice(qualified.lastIndexOf("$") + 1);
}

/** The name of the resource; a name may itself contain `::`. */
export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** Builds the URN of a resource; `parent` is its parent's URN, empty for none. A stack does not show in the types of its children. */
export function makeUrn(scope: UrnScope, parent: string, type: string, name: string): string {
  const parentType = parent === "" ? "" : qualifiedTypeOf(parent);
  const qualified = parentType === "" || parentType === STACK_TYPE ? type : `${parentType}$${type}`;
  return `${PREFIX}${scope.stack}::${scope.project}::${qualified}::${name}`;
}

/** The URN of the stack itself. */
export function stackUrn(scope: UrnScope): string {
  return makeUrn(scope, "", STACK_TYPE, `${scope.project}-${scope.stack}`);
}

/** Whether a type is that of a provider. */
export function isProviderType(type: string): boolean {
  return type.startsWith(PROVIDER_TYPE_PREFIX);
}

/** The type of the providers of a package. */
export function providerType(packageName: string): string {
  return `${PROVIDER_TYPE_PREFIX}${packageName}`;
}

/** The package a type or function token belongs to; for a provider's type, the package it provides. */
export function packageOf(token: string): string {
  const [first = "", , third = ""] = token.split(":");
  return isProviderType(token) ? third : first;
}

/** Whether a type token has the three parts that custom and remote resources need. */
export function isTypeToken(type: string): boolean {
  const parts = type.split(":");
  return parts.length === 3 && parts.every((part) => part !== "");
}
