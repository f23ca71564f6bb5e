# First stage: the environment, from the lock file alone, so that it is built anew only with it.
# Nothing here is for one kind of processor: the same file builds for amd64 and arm64.
FROM python:3.13-slim AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore \
    PATH=/opt/morgenlage/bin:$PATH
WORKDIR /build

COPY config/requirements.txt config/
RUN python -m venv /opt/morgenlage \
    && python -m pip install --require-hashes --requirement config/requirements.txt

# Locales and dictionaries of languages that the bot does not speak only take up room.
RUN find /opt/morgenlage/lib/python3*/site-packages/babel/locale-data -name '*.dat' \
        ! -name 'root.dat' ! -name 'de*' ! -name 'en*' -delete \
    && find /opt/morgenlage/lib/python3*/site-packages/simplemma/strategies/dictionaries/data \
        -name '*.plzma' ! -name 'de.plzma' ! -name 'en.plzma' -delete

COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY config config
COPY seeds seeds
# Once everything is installed, pip itself only takes up room.
RUN python -m pip install --no-deps --no-build-isolation . \
    && XDG_CACHE_HOME=/var/cache python -m bot.lemmas \
    && python -m pip uninstall --yes hatchling editables pip

# Second stage: what runs. Sample articles and topics are inside the package; mount
# /morgenlage/seeds and /morgenlage/config to use your own, /morgenlage/var to keep the store.
FROM python:3.13-slim

RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin morgenlage \
    && install --directory --owner=morgenlage /morgenlage /morgenlage/var
COPY --from=build /opt/morgenlage /opt/morgenlage
COPY --from=build --chown=morgenlage /var/cache/morgenlage /var/cache/morgenlage

ENV PATH=/opt/morgenlage/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    XDG_CACHE_HOME=/var/cache \
    BRIEFING_LOG_FORMAT=json
USER 10001
WORKDIR /morgenlage
VOLUME /morgenlage/var
EXPOSE 8765
# The page inside the container; --no-healthcheck where it is switched off.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8765/healthz', timeout=4)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["briefing"]
CMD ["run"]
