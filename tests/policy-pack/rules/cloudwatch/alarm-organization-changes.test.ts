import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

const patterns = {
  pattern:
    '{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = "UpdateOrganizationalUnit") || ($.eventName = "UpdatePolicy") || ($.eventName = "RemoveAccountFromOrganization") || ($.eventName = "MoveAccount") || ($.eventName = "LeaveOrganization") || ($.eventName = "InviteAccountToOrganization") || ($.eventName = "EnablePolicyType") || ($.eventName = "DisablePolicyType") || ($.eventName = "DetachPolicy") || ($.eventName = "DeletePolicy") || ($.eventName = "DeleteOrganizationalUnit") || ($.eventName = "DeleteOrganization") || ($.eventName = "DeclineHandshake") || ($.eventName = "CreatePolicy") || ($.eventName = "CreateOrganizationalUnit") || ($.eventName = "CreateAccount") || ($.eventName = "AttachPolicy") || ($.eventName = "AcceptHandshake")) }',
  lacking:
    "{ ($.eventName = AcceptHandshake) || ($.eventName = AttachPolicy) || ($.eventName = CreateAccount) || ($.eventName = CreateOrganizationalUnit) || ($.eventName = CreatePolicy) || ($.eventName = DeclineHandshake) || ($.eventName = DeleteOrganization) || ($.eventName = DeleteOrganizationalUnit) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = DisablePolicyType) || ($.eventName = EnablePolicyType) || ($.eventName = InviteAccountToOrganization) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = UpdatePolicy) }",
};

fixtures("alarm-organization-changes", trailAlarmFixtures(patterns));
