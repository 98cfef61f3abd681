package io.tanlian.exchange.serve;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The profiles on the class path ({@link ServiceLoader}). */
final class ServeProfiles {
  private ServeProfiles() {}

  static ServeProfile named(String name) throws StartRefused {
    List<ServeProfile> all =
        ServiceLoader.load(ServeProfile.class).stream().map(ServiceLoader.Provider::get).toList();
    return all.stream()
        .filter(profile -> profile.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new StartRefused(
                all.isEmpty()
                    ? "--profile: there are no profiles here; leave it away."
                    : "--profile: there is no "
                        + name
                        + "; there is "
                        + all.stream().map(ServeProfile::name).collect(Collectors.joining(", "))
                        + "."));
  }
}
