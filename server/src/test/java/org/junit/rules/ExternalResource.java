package org.junit.rules;

/**
 * What the web server of the OAuth server in tests extends, in place of all of JUnit 4, which is
 * left out: see the module's pom.
 */
public abstract class ExternalResource {
  /** Called by JUnit 4 alone, so never. */
  protected void before() throws Throwable {}

  /** Called by JUnit 4 alone, so never. */
  protected void after() {}
}
