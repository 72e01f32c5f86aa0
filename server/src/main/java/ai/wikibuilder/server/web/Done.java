package ai.wikibuilder.server.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a form has done, said on the page that follows. The address holds the word alone. */
public enum Done {
  SIGNED_OUT("You are signed out."),
  PASSWORD_CHANGED("Your password is changed."),
  PASSWORD_CHANGED_OTHERS_ENDED("Your password is changed, and all other sessions have ended."),
  EMAIL_ASKED(
      "A letter is on its way to the new address. It holds once you have opened the link in it;"
          + " until then nothing changes."),
  SESSION_ENDED("The session has ended."),
  TOKEN_REVOKED("The token is revoked; it does not work any more."),
  KEY_SAVED("The key is saved. Only its last four characters are shown from now on."),
  KEY_REMOVED("Your key is removed; the installation's is used."),
  LOGIN_LINKED("The login is linked; it lets you in from now on."),
  LOGIN_UNLINKED("The login is unlinked; it does not let you in any more."),
  GIT_TOKEN_SAVED("The token is saved. Only its last four characters are shown from now on."),
  GIT_TOKEN_REMOVED("The token is removed here."),
  GIT_TOKEN_REVOKED("The token is removed here, and the provider has taken it back."),
  ORGANISATION_FOUNDED("The organisation is founded, and you are its owner."),
  ROLE_CHANGED("The role is changed."),
  MEMBER_REMOVED("The member is taken out."),
  LEFT("You have left the organisation."),
  INVITATION_WITHDRAWN("The invitation is withdrawn; its link does not work any more."),
  JOINED("You are a member now."),
  ACCOUNT_DELETED("Your account and everything of it is deleted."),
  PLAN_MADE("The plan is made; tenants can be put on it."),
  PLAN_CHANGED("The plan is changed."),
  TENANT_CHANGED("The tenant is changed."),
  PERSON_CHANGED("The account is changed."),
  SESSIONS_ENDED("All sessions of the account have ended."),
  PUBLISHED("The wiki is published: everybody who has its address reads it."),
  WITHDRAWN("The wiki is withdrawn; members alone read it."),
  CONVERSATION_SHARED("The conversation is shared: members who have its address read it."),
  CONVERSATION_WITHDRAWN("The sharing has ended; the address leads nowhere any more."),
  CONVERSATION_DELETED("The conversation is deleted."),
  RESEARCH_ENDED("The research has ended."),
  REPORT_SHOWN("The report becomes a page of the wiki with the build that was asked for."),
  CORRECTION_TAKEN_BACK("The correction is taken back; the next build may say it again."),
  SCHEDULE_SET("The schedule is set; the next build comes by itself."),
  SCHEDULE_ENDED("The wiki is not built by itself any more."),
  WEBHOOK_REMOVED("The hook is removed; what its host sends is not heard any more."),
  REPOSITORY_DELETED("The repository, its wiki and its builds are deleted here.");

  private final String sentence;

  Done(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Done> ofWord(String word) {
    return Arrays.stream(values()).filter(done -> done.word().equals(word)).findFirst();
  }
}
