package ai.wikibuilder.server.jobs;

/**
 * Has a worker look for work. A ticket is kept until its build has ended; whoever finds it does the
 * build whose turn it is, which is often another one.
 */
public interface Tickets {
  /** Adds a ticket, in the transaction of the thread where there is one. */
  void issue(BuildId build);
}
