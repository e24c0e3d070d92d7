import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const tag = (propagateAtLaunch: unknown) => ({ key: "Owner", value: "web", propagateAtLaunch });
const group = (tags: unknown) => ({ group: aws("autoscaling/group:Group", { tags }) });
const bare = { group: aws("autoscaling/group:Group") };
const separate = (autoscalingGroupName: unknown, propagateAtLaunch: unknown) =>
  aws("autoscaling/tag:Tag", { autoscalingGroupName, tag: tag(propagateAtLaunch) });

fixtures("group-tags-propagate", {
  pass: {
    "a group with a tag that its instances get": group([tag(false), tag(true)]),
    "a group with such a tag beside it": { ...bare, tag: separate(ref("group"), true) },
  },
  fail: {
    "a group with a tag that stays with it": group([tag(false)]),
    "a group with a tag beside it that stays": { ...bare, tag: separate(ref("group"), false) },
    "a group beside the tag of another": { ...bare, tag: separate("other", true) },
  },
  unknown: {
    "a group whose tags are computed": group(UNKNOWN),
    "a group whose only tag may stay": group([tag(UNKNOWN)]),
    "a group beside a tag that cannot be joined": { ...bare, tag: separate(UNKNOWN, true) },
  },
  unset: { "a group without tags": ["fail", bare] },
  alias: { none: "one token" },
});
