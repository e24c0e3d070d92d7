import { known, type View } from "../reading/view";
import { type Condition, isLimitedBy, ON_BEHALF_OF, sparesOnly, WHO } from "./conditions";
import { accountOf, type Principal } from "./principals";
import { type Selection, selects, type Statement } from "./statement";
import { and, every, not, or, some, truth, type Truth } from "../reading/truth";

/** Whether a statement is about everyone; its conditions and the other statements are not looked at. */
export function isForEveryone({ principals: { isNegated, named } }: Statement): Truth {
  if (isNegated) return "yes";
  return some(named, ({ kind }) => (kind === "unknown" ? "maybe" : truth(kind === "everyone")));
}

/** Whether all that one element selects is selected by another one, too. */
function encloses(outer: Selection, inner: Selection): Truth {
  const all = selects(outer, "*");
  if (inner.isNegated) return all;
  const rest = inner.unknown ? or(all, "maybe") : "yes";
  return and(rest, ...inner.patterns.map((pattern) => selects(outer, pattern)));
}

/** Whether a denial is one of everyone but those whom the keys name. */
function deniesOthers({ principals, conditions }: Statement, keys: ReadonlySet<string>): Truth {
  if (principals.isNegated) {
    const isNarrow = every(principals.named, ({ kind }) =>
      kind === "unknown" ? "maybe" : truth(kind !== "everyone"),
    );
    return and(isNarrow, truth(conditions.length === 0));
  }
  const everyone = some(principals.named, ({ kind }) =>
    kind === "unknown" ? "maybe" : truth(kind === "everyone"),
  );
  return and(everyone, sparesOnly(conditions, keys));
}

/**
 * Whether another statement of the document denies what this one allows to everyone but those whom the keys name, as
 * "deny all whose aws:PrincipalOrgID is not ours" does.
 */
function isTakenBack(statement: Statement, document: readonly Statement[], keys: ReadonlySet<string>): Truth {
  return some(document, (other) =>
    other === statement
      ? "no"
      : and(
          not(other.allows),
          deniesOthers(other, keys),
          encloses(other.actions, statement.actions),
          encloses(other.resources, statement.resources),
        ),
  );
}

/**
 * Whether a statement lets in everyone: any principal of any account, with nothing that limits who asks or from where.
 *
 * @param document - All statements of the document, since a denial among them may take the permission back.
 * @param keys - Keys of conditions that count as limits.
 */
export function isPublic(
  statement: Statement,
  document: readonly Statement[],
  keys: ReadonlySet<string> = WHO,
): Truth {
  return and(
    statement.allows,
    isForEveryone(statement),
    not(isLimitedBy(statement.conditions, keys)),
    not(isTakenBack(statement, document, keys)),
  );
}

/** Accounts that are no strangers. */
export interface Accounts {
  readonly numbers: ReadonlySet<string>;
  /** Whether the account that is deployed to is among them; it need not be known before deployment. */
  readonly holdsOwn: boolean;
}

/**
 * The accounts that a control trusts and, where it can be told, the account that is deployed to: it stands in the ARNs
 * of a resource policy's own resource, and in the provider's list of the accounts that it may work in.
 *
 * @param resource - Where the ARN of the policy's own resource stands.
 */
export function knownAccounts(
  document: readonly Statement[],
  trusted: readonly string[],
  provider?: View,
  resource?: View,
): Accounts {
  const fromResources = document.flatMap(({ resources }) =>
    resources.patterns.flatMap(
      (pattern) => (pattern.startsWith("arn:") ? accountOf(pattern) : undefined) ?? [],
    ),
  );
  const fromProvider = (provider?.at("allowedAccountIds").document().items() ?? []).flatMap(
    (account) => known(account.string()) ?? [],
  );
  const arn = resource && known(resource.string());
  const fromArn = arn === undefined ? [] : (accountOf(arn) ?? []);
  const own = [...fromResources, ...fromProvider, fromArn].flat();
  return { numbers: new Set([...trusted, ...own]), holdsOwn: own.length > 0 };
}

function isStranger(account: string, { numbers, holdsOwn }: Accounts): Truth {
  if (numbers.has(account)) return "no";
  return holdsOwn ? "yes" : "maybe";
}

/** Keys whose values name accounts, alone or in an ARN. */
const BY_ACCOUNT: ReadonlySet<string> = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:sourceaccount",
  "aws:sourceowner",
  "kms:calleraccount",
]);

/** Keys that keep a statement within an organisation or a network. */
const BY_BORDER: ReadonlySet<string> = new Set([...WHO].filter((key) => !BY_ACCOUNT.has(key)));

/** Whether those whom conditions leave over are of accounts that nobody trusts. */
function leavesStrangers(conditions: readonly Condition[], accounts: Accounts): Truth {
  const naming = conditions.filter(
    (one) => BY_ACCOUNT.has(one.key) && isLimitedBy([one], BY_ACCOUNT) !== "no",
  );
  if (naming.length === 0) return "yes";
  const values = naming.flatMap((one) => one.values);
  return some(values, (value) => {
    const written = known(value.string());
    const account = written === undefined ? undefined : accountOf(written);
    return account === undefined ? "maybe" : isStranger(account, accounts);
  });
}

function isStrange(principal: Principal, conditions: readonly Condition[], accounts: Accounts): Truth {
  switch (principal.kind) {
    case "service":
    case "federated":
      return "no";
    case "everyone":
      return leavesStrangers(conditions, accounts);
    case "account":
      return isStranger(principal.account ?? "", accounts);
    case "canonical":
    case "identity":
    case "unknown":
      return "maybe";
  }
}

/** Whether a statement lets in somebody of an account that is neither trusted nor the own one. */
export function isForStrangers({ allows, principals, conditions }: Statement, accounts: Accounts): Truth {
  const strange = principals.isNegated
    ? leavesStrangers(conditions, accounts)
    : some(principals.named, (principal) => isStrange(principal, conditions, accounts));
  return and(allows, strange, not(isLimitedBy(conditions, BY_BORDER)));
}

/**
 * Whether a statement lets in an AWS service whoever it acts for, so that somebody else's resource can make it act on
 * this one: the confused deputy.
 *
 * @param isAsked - The services of which a source is asked; not every service tells it.
 */
export function trustsAnyDeputy(
  { allows, principals, conditions }: Statement,
  isAsked: (service: string) => boolean,
  keys: ReadonlySet<string> = ON_BEHALF_OF,
): Truth {
  const services = principals.isNegated
    ? []
    : principals.named.filter(({ kind, isOpen }) => kind === "service" || isOpen);
  const asked = some(services, ({ value }) => (value === undefined ? "maybe" : truth(isAsked(value))));
  return and(allows, asked, not(isLimitedBy(conditions, keys)));
}
