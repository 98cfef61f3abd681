package io.tanlian.example.battery.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.example.battery.service.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** All that a running node answers, as the node itself says. */
final class Endpoints {
  /** Answered before any controller, by the filters of OAuth 2; and what is nowhere. */
  private static final List<String> BEFORE_CONTROLLERS =
      List.of(
          "/.well-known/openid-configuration",
          "/.well-known/oauth-authorization-server",
          "/oauth2/jwks",
          "/nothing/{name}");

  private final JsonNode document;
  private final List<Endpoint> all;

  private Endpoints(JsonNode document, List<Endpoint> all) {
    this.document = document;
    this.all = all.stream().sorted(Comparator.comparing(Endpoint::toString)).toList();
  }

  static Endpoints of(Exchange exchange) throws Exception {
    JsonNode document = Exchange.json(exchange.get("/v3/api-docs"));
    List<Endpoint> all = new ArrayList<>(described(document));
    Set<String> known = Set.copyOf(all.stream().map(Endpoint::toString).toList());
    for (RequestMappingInfo mapping : mapped(exchange)) {
      Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
      for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
        for (String path : mapping.getPatternValues()) {
          if (!known.contains(method + " " + path)) {
            all.add(undescribed(method.name(), path));
          }
        }
      }
    }
    BEFORE_CONTROLLERS.forEach(path -> all.add(undescribed("GET", path)));
    assertThat(all).as("endpoints").hasSizeGreaterThan(45);
    return new Endpoints(document, all);
  }

  /** In an order that is the same for every start. */
  List<Endpoint> all() {
    return all;
  }

  /** The description they come from, which their schemas refer to. */
  JsonNode document() {
    return document;
  }

  /** What its controllers take, described or not, those of the health checks among them. */
  private static List<RequestMappingInfo> mapped(Exchange exchange) {
    DispatcherServlet dispatcher = exchange.node().server().part(DispatcherServlet.class);
    return Objects.requireNonNull(dispatcher.getHandlerMappings(), "nothing was asked yet").stream()
        .filter(RequestMappingInfoHandlerMapping.class::isInstance)
        .map(RequestMappingInfoHandlerMapping.class::cast)
        .flatMap(mappings -> mappings.getHandlerMethods().keySet().stream())
        .toList();
  }

  private static List<Endpoint> described(JsonNode document) {
    List<Endpoint> described = new ArrayList<>();
    JsonNode paths = document.path("paths");
    for (String path : paths.propertyNames()) {
      for (String method : paths.path(path).propertyNames()) {
        JsonNode operation = paths.path(path).path(method);
        described.add(
            new Endpoint(
                method.toUpperCase(Locale.ROOT),
                path,
                operation
                    .path("parameters")
                    .valueStream()
                    .filter(one -> one.path("in").stringValue("").equals("query"))
                    .map(one -> one.path("name").stringValue())
                    .toList(),
                operation
                    .at("/requestBody/content")
                    .valueStream()
                    .findFirst()
                    .map(content -> content.path("schema"))
                    .orElse(MissingNode.getInstance())));
      }
    }
    return described;
  }

  private static Endpoint undescribed(String method, String path) {
    return new Endpoint(method, path.replace("**", "{rest}"), List.of(), MissingNode.getInstance());
  }
}
