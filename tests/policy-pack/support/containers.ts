import { aws, type Resource, UNKNOWN } from "./fixtures";

type Containers = Readonly<Record<"task", Resource>>;

function containers(list: readonly object[]): readonly object[] {
  return list.map((container, position) => ({ name: `c${position}`, image: "app:1", ...container }));
}

/** A task definition; its containers are JSON text, as programs give them, or text of the test's own. */
export function task(list: readonly object[] | string, props: object = {}): Containers {
  const text = typeof list === "string" ? list : JSON.stringify(containers(list));
  return {
    task: aws("ecs/taskDefinition:TaskDefinition", { family: "app", containerDefinitions: text, ...props }),
  };
}

/** A daemon's task definition, whose containers are a list. */
export function daemon(list: readonly object[], props: object = {}): Containers {
  const type = "ecs/daemonTaskDefinition:DaemonTaskDefinition";
  return { task: aws(type, { family: "agent", containerDefinitions: containers(list), ...props }) };
}

/** Task definitions whose containers a preview cannot see. */
export const UNSEEN = {
  "containers that are computed": task(UNKNOWN),
  "containers that are no JSON": task("not json"),
  "containers that are no list": task(JSON.stringify({ name: "app" })),
};
