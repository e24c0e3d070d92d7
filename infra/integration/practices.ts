import type { Answers } from "../core/declarations";

/** Well-Architected practices that the interaction answers. */
export function integrationAnswers(name: string): readonly Answers[] {
  const answer = (how: string, ...practices: Answers["practices"]): Answers => ({
    family: "answers",
    practices,
    by: name,
    how,
  });
  return [
    answer(
      "Each event has one contract from which schema, rule, queue and rights come, and a published contract is not broken without a new version.",
      "REL03-BP03",
    ),
    answer(
      "Workloads talk over a bus and through queues of their own, so that none waits for another one.",
      "REL04-BP02",
    ),
    answer(
      "Every event has an id by which a consumer tells a repetition, and calls of partners carry a key that stays the same in every try and every delivery; who handles has to use them.",
      "REL04-BP04",
    ),
    answer("A partner is called no more often than agreed, by an API destination's limit.", "REL05-BP02"),
    answer(
      "Retries are limited, with growing pauses spread at random, and end in a dead-letter queue.",
      "REL05-BP03",
    ),
    answer(
      "Queues say how old a message may get, keep it for four days, and give up after a stated number of tries.",
      "REL05-BP04",
    ),
    answer(
      "Every step, call and run of a workflow has a time limit, and a message stays hidden six times as long as its handler may take.",
      "REL05-BP05",
    ),
    answer(
      "Each partner has an emergency lever that workflows and rules honour within seconds, without a deployment; services can read it.",
      "REL05-BP07",
    ),
    answer(
      "Bus, archive, queues, runs, logs and credentials are encrypted with customer keys, and queues refuse plain HTTP.",
      "SEC08-BP02",
      "SEC09-BP02",
    ),
    answer(
      "Rights come from the catalogue's edges: a workload publishes its own events and empties its own queues, and a workflow does what its steps say.",
      "SEC03-BP02",
    ),
  ];
}
