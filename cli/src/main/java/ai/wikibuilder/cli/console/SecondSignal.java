package ai.wikibuilder.cli.console;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * What a second Ctrl-C or SIGTERM does while the first is being obeyed: the JVM itself passes over
 * it. The JDK's class for signals is called by its name, because a mention of it is a warning of
 * the compiler that nothing can silence.
 */
final class SecondSignal {
  private static final List<String> NAMES = List.of("INT", "TERM");

  private SecondSignal() {}

  /**
   * From now on such a signal interrupts this thread, in place of what it did before.
   *
   * @return false when this JVM gives no signals away (option {@code -Xrs}, another maker)
   */
  static boolean interrupts(Thread thread) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object interrupting =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                thread.interrupt();
                return null;
              });
      for (String name : NAMES) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), interrupting);
      }
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
