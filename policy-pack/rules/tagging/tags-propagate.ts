import { tokens } from "../../aws/tokens";
import { known, type View } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { all, byType, oneOf } from "../../shapes/property";
import { fail, type Judgement, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { key, text } from "../../verdict/text";

const [GROUP = "", TEMPLATE = "", INSTANCE = "", SERVICE = "", JOB = ""] = tokens(
  "autoscaling/group:Group",
  "ec2/launchTemplate:LaunchTemplate",
  "ec2/instance:Instance",
  "ecs/service:Service",
  "batch/jobDefinition:JobDefinition",
);

function propagatesAll({ props }: Subject): Judgement {
  const tags = props.at("tags");
  if (tags.isUnknown) return undetermined(tags);
  const kept = tags.items().flatMap((tag): Outcome[] => {
    const place = tag.at("propagateAtLaunch");
    if (place.isUnknown) return [undetermined(place)];
    return known(place.boolean()) === true
      ? []
      : [fail(place, text`the tag stays with the group.`, place.path)];
  });
  return kept.length > 0 ? kept : pass;
}

function specifies({ props }: Subject): Judgement {
  const place = props.at("tagSpecifications");
  const unknown = [place, ...place.items().map((item) => item.at("resourceType"))].find(
    ({ isUnknown }) => isUnknown,
  );
  const kinds = place.items().map((item: View) => known(item.at("resourceType").string()));
  return ["instance", "volume"].map((kind) => {
    if (kinds.includes(kind)) return pass;
    return unknown ? undetermined(unknown) : fail(place, text`no tags are specified for ${key(kind)}.`, kind);
  });
}

function tagsVolumes({ props }: Subject): Judgement {
  const places = ["volumeTags", "rootBlockDevice.tags", "rootBlockDevice.tagsAll"].map((path) =>
    props.at(path),
  );
  const isTagged = places.some((place) => place.isUnknown || !place.isEmpty);
  return isTagged ? pass : fail("volumeTags", text`neither volumeTags nor tags of the root volume are set.`);
}

export const control = defineControl({
  id: "TAG-05",
  name: "tags-propagate",
  title: "Tags reach what a resource launches",
  why: "Instances, volumes and tasks are where the money goes, and they are not in the program.",
  fix: "Set propagateAtLaunch, tagSpecifications for instance and volume, volumeTags, or propagateTags.",
  severity: "low",
  enforcement: "advisory",
  types: [GROUP, TEMPLATE, INSTANCE, SERVICE, JOB],
  resource: byType({
    [GROUP]: (subject) =>
      subject.props.at("tags").isAbsent ? notApplicable("The group has no tags") : propagatesAll(subject),
    [TEMPLATE]: specifies,
    [INSTANCE]: tagsVolumes,
    [SERVICE]: all(
      oneOf("propagateTags", ["SERVICE", "TASK_DEFINITION"]),
      oneOf("enableEcsManagedTags", [true], false),
    ),
    [JOB]: oneOf("propagateTags", [true], false),
  }),
  references: {
    nist80053: ["CM-8"],
    wellArchitected: ["COST03-BP02"],
    checkov: ["CKV_AWS_153"],
  },
});
