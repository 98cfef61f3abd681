package io.tanlian.exchange.schema;

import io.tanlian.contracts.schema.Schemas;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /schemas/<name>/1.json}: the JSON Schemas (2020-12) that admission checks against. */
@RestController
final class SchemaController {

  private static final Duration CACHE = Duration.ofDays(1);

  @GetMapping(path = "/schemas/{name}/1.json")
  ResponseEntity<String> schema(@PathVariable String name) {
    return Schemas.forType(name)
        .map(text ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/schema+json"))
                .cacheControl(CacheControl.maxAge(CACHE).cachePublic())
                .body(text))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
