"""Pictures of a topic as SVG, for those who would rather look than read. Pure and deterministic."""
