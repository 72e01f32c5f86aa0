package ai.wikibuilder.server.jobs;

/**
 * What one worker of all does once a night, at three o'clock UTC or when one is there again.
 *
 * @param name of the task, for good: it is in a row
 * @param work may be stopped at any line, and then runs again the next night
 */
public record NightlyWork(String name, Runnable work) {}
