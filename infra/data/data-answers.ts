import type { Answers } from "../core/declarations";
import type { DataCatalogue } from "./data-args";

/** Well-Architected practices that the layer answers by what a catalogue makes it build. */
export function dataAnswers(by: string, catalogue: DataCatalogue): readonly Answers[] {
  const answer = (how: string, ...practices: Answers["practices"]): Answers => ({
    family: "answers",
    practices,
    by,
    how,
  });
  const has = (kind: keyof DataCatalogue): boolean => Object.keys(catalogue[kind]).length > 0;
  return [
    answer(
      "Each data domain has a key of its own that rotates, that its account can always recover, and that services use only for the account's own resources.",
      "SEC08-BP01",
    ),
    answer(
      "Every store is encrypted with its domain's key, without a word that would switch it off; only access logs are under S3's own.",
      "SEC08-BP02",
    ),
    answer(
      "Every store carries the data class of its domain, its owner and its criticality as tags.",
      "SEC07-BP01",
      "COST03-BP02",
      "SUS04-BP01",
    ),
    answer(
      "Rights come from declared uses alone: each names one store, its key through that store's service, and nothing else.",
      "SEC03-BP02",
      "SEC08-BP04",
    ),
    ...(has("databases") ? databaseAnswers(answer) : []),
    ...(has("tables") ? tableAnswers(answer) : []),
    ...(has("caches") ? cacheAnswers(answer) : []),
    ...(has("buckets") ? bucketAnswers(answer) : []),
    ...(has("secrets") ? secretAnswers(answer) : []),
  ];
}

type Answer = (how: string, ...practices: Answers["practices"]) => Answers;

function databaseAnswers(answer: Answer): readonly Answers[] {
  return [
    answer("Databases refuse connections without TLS by a parameter of their engine.", "SEC09-BP02"),
    answer("Workloads sign in to databases by IAM tokens of minutes.", "SEC02-BP02", "SEC09-BP03"),
    answer(
      "The owner's password is RDS's own, in a secret that RDS rotates every week.",
      "SEC02-BP03",
      "SEC02-BP05",
    ),
    answer(
      "Backups run every day at a stated time, go back for the days stated, and outlive the database by a last snapshot.",
      "REL09-BP01",
      "REL09-BP03",
    ),
    answer(
      "Database Insights, enhanced monitoring and the engine's logs show what each database does.",
      "PERF03-BP03",
      "REL06-BP01",
    ),
    answer("Readers and storage grow by load, within stated limits.", "SUS04-BP04", "PERF05-BP05"),
  ];
}

function tableAnswers(answer: Answer): readonly Answers[] {
  return [
    answer("Tables can be set back to any second of the last 35 days.", "REL09-BP01", "REL09-BP03"),
    answer("Tables take what is asked for, or scale between stated capacities.", "PERF05-BP05"),
  ];
}

function cacheAnswers(answer: Answer): readonly Answers[] {
  return [
    answer("Caches speak TLS alone and admit named users with IAM tokens.", "SEC09-BP02", "SEC09-BP03"),
    answer("A cache has copies in other zones and fails over by itself.", "REL10-BP01", "REL11-BP02"),
  ];
}

function bucketAnswers(answer: Answer): readonly Answers[] {
  return [
    answer(
      "Buckets are closed to the public, keep versions, refuse other keys and connections without TLS, and log access.",
      "SEC08-BP04",
      "SEC09-BP02",
      "SEC04-BP01",
    ),
    answer(
      "Old versions, unfinished uploads and old logs go by themselves; rarely read objects move to a cheaper class.",
      "SEC07-BP04",
      "COST04-BP05",
      "SUS04-BP03",
      "SUS04-BP05",
    ),
  ];
}

function secretAnswers(answer: Answer): readonly Answers[] {
  return [
    answer(
      "Secrets are containers; their values are set by people and never seen by configuration, state or reports.",
      "SEC02-BP03",
    ),
  ];
}
