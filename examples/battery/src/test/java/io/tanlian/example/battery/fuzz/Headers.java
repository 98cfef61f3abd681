package io.tanlian.example.battery.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Header lines: who asks, what is sent, and what nobody asked for. */
final class Headers {
  private static final List<String> ODD =
      List.of(
          "Accept: */*;q=0",
          "Accept: text/html, ;;;",
          "Accept: application/" + "x".repeat(3_000),
          "Accept: \u00ff",
          "Accept-Language: x-" + "y".repeat(100),
          "Accept-Encoding: gzip;q=2, br, \u0001",
          "If-Modified-Since: Thu, 99 Jan 0000 99:99:99 GMT",
          "If-None-Match: \"",
          "If-None-Match: *",
          "If-Match: W/\"\u00ff",
          "Range: bytes=0-0",
          "Range: bytes=-9999999999999999999",
          "Range: bytes=5-1,2-,-3",
          "Content-Encoding: gzip",
          "Content-Encoding: deflate, br",
          "Cookie: a=b; $Version=1; =; \u0001",
          "Origin: null",
          "X-Forwarded-Host: evil.invalid",
          "X-Forwarded-Proto: gopher",
          "Forwarded: for=\"[::1\";host=\"\u0000\"",
          "X-HTTP-Method-Override: DELETE",
          "Expect: 100-continue",
          "Upgrade: h2c",
          "Content-Language: \u00e9",
          "X-Long: " + "z".repeat(7_000),
          "X-Too-Long: " + "z".repeat(20_000));
  private static final List<String> HOSTS =
      List.of("", "a b", "localhost:99999", "[::1", "\u00ff", "evil.invalid", "x".repeat(500));
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-16",
          "application/json; charset=nonsense",
          "application/json;;;",
          "application/cloudevents+json; charset=UTF-8",
          "application/vc+sd-jwt",
          "application/octet-stream",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "text/plain",
          "*/*",
          "/",
          "\u00ff",
          "");

  private Headers() {}

  static List<String> of(Endpoint endpoint, String host, String token, Random random) {
    List<String> lines = new ArrayList<>();
    lines.add("Host: " + (random.nextInt(60) == 0 ? Oddities.oneOf(HOSTS, random) : host));
    lines.addAll(authorization(endpoint, token, random));
    lines.add(
        "Content-Type: "
            + (random.nextInt(20) == 0 ? Oddities.oneOf(TYPES, random) : type(endpoint)));
    if (random.nextInt(12) == 0) {
      lines.add(Oddities.oneOf(ODD, random));
    }
    return lines;
  }

  private static List<String> authorization(Endpoint endpoint, String token, Random random) {
    if (endpoint.path().equals("/auth/token")) {
      String login = Oddities.text(random) + ":" + Oddities.text(random);
      String basic = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
      return List.of("Authorization: Basic " + (random.nextInt(4) == 0 ? "=" : basic));
    }
    String bearer = "Authorization: Bearer " + token;
    return switch (random.nextInt(60)) {
      case 0 -> List.of();
      case 1 -> List.of(bearer, bearer);
      case 2 -> List.of("Authorization: Bearer " + changed(token, random));
      case 3 -> List.of("Authorization: bearer\t" + token);
      case 4 -> List.of("Authorization: Basic " + token, bearer);
      case 5 -> List.of("Authorization: Bearer " + Oddities.text(random).replaceAll("[\r\n]", ""));
      default -> List.of(bearer);
    };
  }

  private static String changed(String token, Random random) {
    int at = random.nextInt(token.length() - 1);
    return token.substring(0, at) + (char) (33 + random.nextInt(94)) + token.substring(at + 1);
  }

  private static String type(Endpoint endpoint) {
    return switch (endpoint.path()) {
      case "/v1/statements" -> "application/vc+sd-jwt";
      case "/2/events", "/3/events" -> "application/cloudevents+json";
      case "/auth/token" -> "application/x-www-form-urlencoded";
      case "/internal/appends" -> "application/octet-stream";
      default -> "application/json";
    };
  }
}
