import type { Declaration } from "../core/declarations";

/** Practices that identity answers. */
export function identityAnswers(by: string): readonly Declaration[] {
  const answer = (
    practices: Extract<Declaration, { family: "answers" }>["practices"],
    how: string,
  ): Declaration => ({
    family: "answers",
    practices,
    by,
    how,
  });
  return [
    answer(
      ["SEC02-BP01", "SEC02-BP05"],
      "Passwords have 16 characters or more of all kinds, change within 90 days and never come back within 24.",
    ),
    answer(
      ["SEC02-BP02", "SEC02-BP04"],
      "People and the CI system get credentials that end within hours; no access key is made.",
    ),
    answer(
      ["SEC03-BP02", "SEC03-BP05"],
      "Deploying roles are limited to their environment, and by a boundary that no policy of theirs can lift; whatever roles they make stand under another.",
    ),
    answer(
      ["SEC03-BP03", "SEC10-BP05"],
      "A role for emergencies is there, asks for a second factor, and tells everybody when it is used.",
    ),
    answer(
      ["SEC03-BP04", "SEC03-BP07"],
      "Access from outside and access that nobody uses are found; what is meant to be is archived with its reason.",
    ),
  ];
}
