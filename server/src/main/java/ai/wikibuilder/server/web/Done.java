package ai.wikibuilder.server.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a form has done, said on the page that follows. The address holds the word alone. */
public enum Done {
  SIGNED_OUT,
  PASSWORD_CHANGED,
  PASSWORD_CHANGED_OTHERS_ENDED,
  EMAIL_ASKED,
  SESSION_ENDED,
  TOKEN_REVOKED,
  KEY_SAVED,
  KEY_REMOVED,
  LOGIN_LINKED,
  LOGIN_UNLINKED,
  GIT_TOKEN_SAVED,
  GIT_TOKEN_REMOVED,
  GIT_TOKEN_REVOKED,
  ORGANISATION_FOUNDED,
  ORGANISATION_DELETED,
  ROLE_CHANGED,
  MEMBER_REMOVED,
  LEFT,
  INVITATION_WITHDRAWN,
  JOINED,
  ACCOUNT_DELETED,
  PLAN_MADE,
  PLAN_CHANGED,
  TENANT_CHANGED,
  PERSON_CHANGED,
  SESSIONS_ENDED,
  PUBLISHED,
  WITHDRAWN,
  CONVERSATION_SHARED,
  CONVERSATION_WITHDRAWN,
  CONVERSATION_DELETED,
  RESEARCH_ENDED,
  REPORT_SHOWN,
  CORRECTION_TAKEN_BACK,
  SCHEDULE_SET,
  SCHEDULE_ENDED,
  WEBHOOK_REMOVED,
  REPOSITORY_KNOWN,
  REPOSITORY_DELETED;

  /** Where its words are. */
  String key() {
    return "done." + word();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Done> ofWord(String word) {
    return Arrays.stream(values()).filter(done -> done.word().equals(word)).findFirst();
  }
}
