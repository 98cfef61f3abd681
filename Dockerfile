FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install --yes --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /tanlian
COPY . .
RUN ./mvnw -B --no-transfer-progress -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --system --home-dir /data --create-home tanlian
COPY --from=build /tanlian/examples/battery/target/lib /tanlian/lib
USER tanlian
VOLUME /data
EXPOSE 8443
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-cp", "/tanlian/lib/*", "io.tanlian.exchange.serve.ServeCommand"]
