# One image for the four services; the command names which one runs: docker run <image> currency-service
# The bases are arguments so that an organisation can name its own mirror or a pinned digest.
ARG BUILD_IMAGE=swift:6.2-bookworm
ARG RUNTIME_IMAGE=swift:6.2-bookworm-slim

FROM ${BUILD_IMAGE} AS build
# Debian keeps only the newest version of a package, so pinning one breaks the build when it is updated.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libsqlite3-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
# The packages change less often than the code: a layer of their own.
COPY Package.swift Package.resolve[d] ./
RUN swift package resolve
COPY Shared ./Shared
COPY Services ./Services
# Package.swift names the test targets, so their folders have to be there.
COPY Tests ./Tests
# One product after another: the whole package would compile the protocol buffers compiler too.
RUN products="$(swift build --configuration release --show-bin-path)" \
    && mkdir /app \
    && for name in currency-service ranking-service history-service data-ingestor; do \
        swift build --configuration release --product "$name" && cp "$products/$name" /app/ || exit 1; \
    done \
    && cp -R "$products/CurrencyTravel_IngestorService.resources" /app/

FROM ${RUNTIME_IMAGE}
# SQLite; certificates to check the sources' with; time zones for the business day.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates libsqlite3-0 tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 travel \
    && useradd --uid 10001 --gid travel --no-create-home --shell /usr/sbin/nologin travel \
    && install --directory --owner=travel --group=travel --mode=0750 /data
COPY --from=build /app /app
ENV PATH=/app:$PATH \
    DATA_DIR=/data \
    BIND_HOST=0.0.0.0
# Shown by /version.
ARG BUILD_REVISION=unknown
ENV BUILD_REVISION=${BUILD_REVISION}
USER 10001:10001
WORKDIR /data
VOLUME /data
# No service is the natural one: say which there are.
CMD ["sh", "-c", "echo 'Name what to run: currency-service, ranking-service, history-service or data-ingestor' >&2; exit 64"]
