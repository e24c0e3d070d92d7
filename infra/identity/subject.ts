/** Why a subject of a CI system's tokens would admit more than one repository's runs of one kind; nothing where it would not. */
export function subjectMistake(subject: string, environment?: string): string | undefined {
  if (/[*?]/.test(subject)) return "no * or ?: whoever can make a matching branch or repository would get in";
  const parts = /^(repo|project_path):([^:/]+(?:\/[^:/]+)+):(.+)$/.exec(subject);
  if (parts === null) return "repo:<organisation>/<repository>:… or project_path:<group>/<project>:…";
  const claim = parts[3] ?? "";
  return environment === undefined ? previewMistake(claim) : deployMistake(claim, environment);
}

const branch = /^(ref:refs\/heads\/|ref_type:branch:ref:)[^:]+$/;

function deployMistake(claim: string, environment: string): string | undefined {
  const named = /^environment:(.+)$/.exec(claim)?.[1];
  if (named !== undefined) {
    return named === environment ? undefined : `environment:${environment}: the environment of the role`;
  }
  return branch.test(claim)
    ? undefined
    : "a subject that ends in environment:<name>, ref:refs/heads/<branch> or ref_type:branch:ref:<branch>; " +
        "pull requests and tags come from people who may not deploy";
}

function previewMistake(claim: string): string | undefined {
  if (claim === "pull_request" || branch.test(claim) || /^environment:[^:]+$/.test(claim)) return undefined;
  return "a subject that ends in pull_request, environment:<name> or the name of a branch";
}
