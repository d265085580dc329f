# Rscript features.R ADDRESS: reads each collection of a server's /ogc with sf; a line each, name and number of features.
library(sf)
address <- commandArgs(trailingOnly = TRUE)[1]
for (name in c("incidents", "reports", "findings", "regional-counts")) {
  cat(name, nrow(st_read(paste0("OAPIF:", address), name, quiet = TRUE)), "\n")
}
