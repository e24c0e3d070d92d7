import type { ControlFacts, References } from "./control";

/** Whether a control is about security, by the practices it answers. */
export function isAboutSecurity({ wellArchitected = [] }: References): boolean {
  return wellArchitected.length === 0 || wellArchitected.some((practice) => practice.startsWith("SEC"));
}

/** Words by which a control is found: its id, `security`, and where frameworks ask for the same. */
export function tagsOf({ id, references }: ControlFacts): readonly string[] {
  const { wellArchitected = [], cis3 = [], securityHub = [] } = references;
  return [
    id,
    ...(isAboutSecurity(references) ? ["security"] : []),
    ...wellArchitected,
    ...cis3.map((recommendation) => `CIS 3.0 ${recommendation}`),
    ...securityHub.map((control) => `Security Hub ${control}`),
  ];
}
