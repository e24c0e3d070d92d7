import { containersOf, runsWindows } from "../aws/container-definitions";
import { anyCase } from "../reading/any-case";
import { known, valueOr, type View } from "../reading/view";
import type { Subject } from "../registry/control";
import { fail, type Judgement, type Outcome, pass, undetermined } from "../verdict/outcome";
import { type Text, text } from "../verdict/text";
import { where } from "./condition";

type ContainerCheck = (container: View) => Outcome | readonly Outcome[];

/** Judges every container of a task definition; one finding for each place that is not as asked. */
export function eachContainer(check: ContainerCheck): (subject: Subject) => Judgement {
  return ({ props }) => {
    const { containers, open } = containersOf(props);
    const found = [...containers.flatMap(check), ...(open ? [undetermined(open)] : [])];
    return found.filter(({ verdict }) => verdict !== "pass");
  };
}

/** A failure that an exemption can name by its place. */
export function failAt(place: View, message: Text): Outcome {
  return fail(place, message, place.path);
}

/** A switch of a container stands as asked. */
export function containerSwitch(name: string, wanted: boolean, message: Text): ContainerCheck {
  return (container) => {
    const place = anyCase(container, name);
    const value = valueOr(place.boolean(), false);
    if (value === undefined) return undetermined(place);
    return value === wanted ? pass : failAt(place, message);
  };
}

/** A container names a user that is not one of the administrators. */
export function containerUser(isAdministrator: (user: string) => boolean): ContainerCheck {
  return (container) => {
    const place = anyCase(container, "user");
    if (place.isUnknown) return undetermined(place);
    const user = known(place.string())?.trim() ?? "";
    if (user === "") return failAt(place, text`"user" is not set, so the image decides; required: a user.`);
    return isAdministrator(user)
      ? failAt(place, text`the user is an administrator; required: another user.`)
      : pass;
  };
}

/** Whether a Linux user, as `user`, `uid`, or either with a group, is root. */
export function isRoot(user: string): boolean {
  return /^(root|0+)(:|$)/.test(user);
}

/** Asks something of the task definitions of one operating system. */
export function onSystem(
  system: "Linux" | "Windows",
  check: (subject: Subject) => Judgement,
): (subject: Subject) => Judgement {
  const condition = {
    holds: (task: View) => {
      const isWindows = runsWindows(task);
      return isWindows === undefined ? undefined : isWindows === (system === "Windows");
    },
    decidedBy: "runtimePlatform.operatingSystemFamily",
    otherwise: `The containers do not run ${system}`,
  };
  return where(condition, check);
}
