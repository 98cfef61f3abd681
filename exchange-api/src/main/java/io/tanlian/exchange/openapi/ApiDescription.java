package io.tanlian.exchange.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.tanlian.exchange.Node;
import io.tanlian.exchange.problem.PactError;
import io.tanlian.exchange.problem.ProblemDocument;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds to the document what holds for every path: who may call, and how a refusal looks. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final String LOGIN = "clientCredentials";
  private static final String TILES = "/tile/**";
  private static final Set<String> PUBLIC_PATHS =
      Set.of("/checkpoint", "/checkpoint/witnessed", "/v1/log", "/schemas/{name}/1.json");

  @Bean
  OpenApiCustomizer describedApi(Node node) {
    return api -> {
      api.info(
          new Info()
              .title("Tanlian exchange")
              .version("1")
              .description(
                  "Signed product carbon footprints on a verifiable log. Paths under /3 and /2"
                      + " follow PACT v3 and v2.3; refusals elsewhere are RFC 9457 problems with a stable code."));
      api.servers(List.of(new Server().url(node.publicUrl().toString())));
      api.getComponents()
          .addSecuritySchemes(LOGIN, clientCredentials(node.publicUrl() + "/auth/token"));
      define(api, "ProblemDocument", ProblemDocument.class);
      define(api, "PactError", PactError.class);
      nameTiles(api);
      api.getPaths()
          .forEach((path, item) ->
              item.readOperations().forEach(operation -> complete(path, operation)));
      api.path("/auth/token", token());
    };
  }

  private static SecurityScheme clientCredentials(String tokenUrl) {
    return new SecurityScheme()
        .type(SecurityScheme.Type.OAUTH2)
        .description("OAuth 2 client credentials (RFC 6749 section 4.4), HTTP Basic")
        .flows(
            new OAuthFlows()
                .clientCredentials(new OAuthFlow().tokenUrl(tokenUrl).scopes(new Scopes())));
  }

  private static void define(OpenAPI api, String name, Class<?> type) {
    Objects.requireNonNull(
            ModelConverters.getInstance().readAllAsResolvedSchema(new AnnotatedType(type)))
        .referencedSchemas
        .forEach(api.getComponents()::addSchemas);
    if (!api.getComponents().getSchemas().containsKey(name)) {
      throw new IllegalStateException("no schema is named " + name);
    }
  }

  private static void nameTiles(OpenAPI api) {
    PathItem tiles = api.getPaths().remove(TILES);
    if (tiles == null) {
      throw new IllegalStateException("the tiles' path is no longer " + TILES);
    }
    Operation hashes = tiles.getGet();
    Operation entries =
        new Operation()
            .tags(hashes.getTags())
            .summary("Read up to 256 entries (C2SP tlog-tiles)")
            .operationId("entryBundle")
            .responses(hashes.getResponses())
            .addParametersItem(pathParameter("index", "Such as 000, x001/067 or 000.p/12"));
    hashes
        .addParametersItem(pathParameter("level", "0 to 5"))
        .addParametersItem(pathParameter("index", "Such as 000, x001/067 or 000.p/12"));
    api.path("/tile/{level}/{index}", tiles);
    api.path("/tile/entries/{index}", new PathItem().get(entries));
  }

  private static Parameter pathParameter(String name, String description) {
    return new Parameter()
        .in("path")
        .name(name)
        .required(true)
        .description(description)
        .schema(text());
  }

  private static void complete(String path, Operation operation) {
    boolean pact = path.startsWith("/3/") || path.startsWith("/2/");
    ApiResponse refusal =
        pact
            ? refusal("application/json", "PactError", "An error of PACT")
            : refusal("application/problem+json", "ProblemDocument", "A problem (RFC 9457)");
    operation.getResponses().addApiResponse("default", refusal);
    if (PUBLIC_PATHS.contains(path)) {
      operation.security(List.of());
    } else {
      operation.addSecurityItem(new SecurityRequirement().addList(LOGIN));
      operation.getResponses().addApiResponse("401", refusal);
    }
  }

  private static ApiResponse refusal(String mediaType, String schema, String description) {
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType(
                    mediaType,
                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema))));
  }

  private static PathItem token() {
    Schema<Object> form = new Schema<>();
    form.type("object");
    form.addProperty("grant_type", text()._default("client_credentials"));
    Schema<Object> token = new Schema<>();
    token.type("object");
    token.addProperty("access_token", text());
    token.addProperty("token_type", text());
    token.addProperty("expires_in", new Schema<>().type("integer"));
    Operation operation =
        new Operation()
            .addTagsItem("Access")
            .summary("Get an access token with a client's id and secret")
            .operationId("token")
            .security(List.of())
            .requestBody(
                new RequestBody()
                    .required(true)
                    .content(content("application/x-www-form-urlencoded", form)));
    operation.responses(
        new ApiResponses()
            .addApiResponse(
                "200",
                new ApiResponse()
                    .description("The token")
                    .content(content("application/json", token)))
            .addApiResponse(
                "401", new ApiResponse().description("An error of RFC 6749 section 5.2")));
    return new PathItem().post(operation);
  }

  private static Content content(String mediaType, Schema<?> schema) {
    return new Content().addMediaType(mediaType, new MediaType().schema(schema));
  }

  private static Schema<Object> text() {
    Schema<Object> text = new Schema<>();
    text.type("string");
    return text;
  }
}
