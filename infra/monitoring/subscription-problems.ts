import type { Problem } from "../core/problem";
import { protocols, type SubscriptionSpec } from "./monitoring-args";
import type { Severity } from "./severity";

const endpoints: Readonly<
  Record<SubscriptionSpec["protocol"], { readonly form: RegExp; readonly words: string }>
> = {
  email: { form: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, words: "an address of mail, such as on-call@example.com" },
  https: {
    // No user, no query: a credential in an address is one in the state and in the console.
    form: /^https:\/\/[^\s/?#@]+(\/[^\s?#@]*)?$/,
    words: "an https:// address without a user, a query or a fragment: credentials do not belong into it",
  },
};

/** What is wrong with the subscriptions of a severity. */
export function subscriptionProblems(
  severity: Severity,
  subscriptions: Readonly<Record<string, SubscriptionSpec>>,
): readonly Problem[] {
  const path = ["sizes", "subscriptions", severity];
  const entries = Object.entries(subscriptions);
  if (entries.length === 0) {
    return [{ path, given: "{}", allowed: "one subscription at least: what nobody hears is not told" }];
  }
  return entries.flatMap(([name, { protocol, endpoint }]) => {
    const problems: Problem[] = [];
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) {
      problems.push({
        path: [...path, name],
        given: `"${name}"`,
        allowed: "a name of lower-case letters, digits and hyphens, a letter first, 40 at most",
      });
    }
    if (!protocols.includes(protocol)) {
      problems.push({
        path: [...path, name, "protocol"],
        given: JSON.stringify(protocol),
        allowed: protocols.join(", "),
      });
    } else if (!endpoints[protocol].form.test(endpoint)) {
      problems.push({
        path: [...path, name, "endpoint"],
        given: `"${endpoint}"`,
        allowed: endpoints[protocol].words,
      });
    }
    return problems;
  });
}
