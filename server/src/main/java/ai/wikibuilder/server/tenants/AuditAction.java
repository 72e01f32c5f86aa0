package ai.wikibuilder.server.tenants;

import java.util.Locale;

/** What is written down because it matters who did it and when. */
public enum AuditAction {
  /** An account was made. */
  REGISTERED,
  /** Somebody proved to be the person, and a session began. */
  LOGGED_IN,
  /** Somebody had the wrong password, or may not enter. */
  LOGIN_REFUSED,
  /** Somebody who is signed in asked for what is not theirs, or not there. */
  ACCESS_REFUSED,
  /** A session was ended by its person. */
  SESSION_ENDED,
  /** Several were, or all. */
  SESSIONS_ENDED,
  /** A refresh token came twice, so somebody has a copy; the login has ended. */
  REFRESH_REPLAYED,
  PASSWORD_CHANGED,
  /** With the link of a letter. */
  PASSWORD_RESET,
  /** A letter went to the address that is wanted. */
  EMAIL_CHANGE_ASKED,
  EMAIL_CHANGED,
  /** A login at another provider lets the person in from now on. */
  LOGIN_LINKED,
  LOGIN_UNLINKED,
  GIT_TOKEN_SET,
  GIT_TOKEN_REMOVED,
  TOKEN_MADE,
  TOKEN_REVOKED,
  MODEL_KEY_SET,
  MODEL_KEY_REMOVED,
  /** Nothing is sealed with the master key of that number any more. */
  MASTER_KEY_RETIRED,
  ORGANISATION_FOUNDED,
  /** With everything of it, by an owner. */
  ORGANISATION_DELETED,
  INVITED,
  INVITATION_WITHDRAWN,
  INVITATION_ACCEPTED,
  ROLE_CHANGED,
  MEMBER_REMOVED,
  ACCOUNT_EXPORTED,
  ACCOUNT_DELETED,
  /** A tenant was put on another plan, by the operator. */
  PLAN_ASSIGNED,
  /** There is a plan that was not there before, by the operator. */
  PLAN_MADE,
  /** What a plan allows was changed, by the operator. */
  PLAN_EDITED,
  TENANT_DISABLED,
  TENANT_ENABLED,
  ACCOUNT_DISABLED,
  ACCOUNT_ENABLED;

  /** Its name in rows and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
