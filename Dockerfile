# First stage: the environment, from the lock file alone, so that it is built anew only with it.
FROM python:3.13-slim AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore \
    PATH=/opt/morgenlage/bin:$PATH
WORKDIR /build

COPY config/requirements.txt config/
RUN python -m venv /opt/morgenlage \
    && python -m pip install --require-hashes --requirement config/requirements.txt

COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY config config
COPY seeds seeds
RUN python -m pip install --no-deps --no-build-isolation . \
    && XDG_CACHE_HOME=/var/cache python -m bot.lemmas

# Second stage: what runs. Sample articles and topics are inside the package; mount
# /morgenlage/seeds and /morgenlage/config to use your own.
FROM python:3.13-slim

RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin morgenlage
COPY --from=build /opt/morgenlage /opt/morgenlage
COPY --from=build --chown=morgenlage /var/cache/morgenlage /var/cache/morgenlage

ENV PATH=/opt/morgenlage/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    XDG_CACHE_HOME=/var/cache
USER 10001
WORKDIR /morgenlage
ENTRYPOINT ["briefing"]
CMD ["ask", "stargate"]
