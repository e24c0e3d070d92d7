import { valueOr, type View } from "../reading/view";
import { tokens } from "./tokens";

/** Task definitions of services and tasks. */
export const TASK_DEFINITIONS = tokens("ecs/taskDefinition:TaskDefinition");

/** Everything that defines containers, daemons of managed instances included. */
export const CONTAINER_HOLDERS = [
  ...TASK_DEFINITIONS,
  ...tokens("ecs/daemonTaskDefinition:DaemonTaskDefinition"),
];

/** The containers of a task definition, as far as they are known. */
export interface Containers {
  readonly containers: readonly View[];
  /** Where further containers may come from that are not known. */
  readonly open: View | undefined;
}

/**
 * The containers that a task definition holds as JSON text, or as a list. Names in them may be in any letter case, so
 * read them with `anyCase`. What is not a list is not known: AWS refuses it, or the text is not what it seems.
 */
export function containersOf(task: View): Containers {
  const definitions = task.at("containerDefinitions").document();
  const isList = !definitions.isUnknown && definitions.keys().length === 0;
  return { containers: definitions.items(), open: isList ? undefined : definitions };
}

/** Whether the containers run Windows, where that is known. Linux is what ECS takes where nothing is said. */
export function runsWindows(task: View): boolean | undefined {
  const family = valueOr(task.at("runtimePlatform.operatingSystemFamily").string(), "LINUX");
  return family?.toUpperCase().startsWith("WINDOWS");
}
