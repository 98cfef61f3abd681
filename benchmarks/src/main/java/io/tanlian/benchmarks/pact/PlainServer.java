package io.tanlian.benchmarks.pact;

import io.tanlian.benchmarks.pact.PlainAnswers.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The peer: a list in memory behind the node's own HTTP stack, with the settings in its {@code
 * application.properties} and its certificate, and nothing else. Every answer is rendered before it
 * starts.
 */
@RestController
@ImportAutoConfiguration({
  SslAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class
})
class PlainServer {
  private static final String UP = "The plain list is up";

  private final PlainAnswers answers;

  PlainServer(PlainAnswers answers) {
    this.answers = answers;
  }

  /** Takes the file of answers, the port, the certificate and its key. */
  public static void main(String[] arguments) throws IOException {
    PlainAnswers answers = PlainAnswers.read(Path.of(arguments[0]));
    new SpringApplicationBuilder(PlainServer.class)
        .initializers(context ->
            ((GenericApplicationContext) context)
                .getBeanFactory()
                .registerSingleton("answers", answers))
        .properties(
            Map.of(
                "server.address", "127.0.0.1",
                "server.port", arguments[1],
                "server.ssl.certificate", arguments[2],
                "server.ssl.certificate-private-key", arguments[3]))
        .run();
    System.out.println(UP);
  }

  /** Starts one with this list, in a process of its own. */
  static ServerProcess start(ReadList list, Path file, int port, List<Path> certificate)
      throws IOException {
    PlainAnswers.write(list, file);
    return ServerProcess.start(
        PlainServer.class.getName(),
        List.of(
            file.toString(),
            String.valueOf(port),
            certificate.getFirst().toUri().toString(),
            certificate.getLast().toUri().toString()),
        Map.of(),
        UP);
  }

  @GetMapping("/3/footprints")
  ResponseEntity<byte[]> list(HttpServletRequest request) {
    Page page = answers.pages().get(request.getRequestURI() + "?" + request.getQueryString());
    if (page == null) {
      return ResponseEntity.notFound().build();
    }
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
    if (!page.next().isEmpty()) {
      String url = "https://" + request.getHeader(HttpHeaders.HOST) + page.next();
      answer.header(HttpHeaders.LINK, "<" + url + ">; rel=\"next\"");
    }
    return answer.body(page.body().bytes());
  }

  @GetMapping("/3/footprints/{id}")
  ResponseEntity<byte[]> footprint(@PathVariable("id") UUID id) {
    Body body = answers.footprints().get(id);
    return body == null
        ? ResponseEntity.notFound().build()
        : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body.bytes());
  }
}
