# Rate ratios and forecasts of units exported by "assess --units --format csv", by other people's code and another hand.
# Rscript units.R UNITS.csv STARTS.csv   (STARTS: truce,start in UTC)
# Prints: truce, the ratio of rates by MASS::glm.nb, the ratio to the forecast of a local level with a pull to its mean.
suppressMessages(library(MASS))
options(digits = 15, warn = -1)
args <- commandArgs(trailingOnly = TRUE)
when <- function(text) as.POSIXct(sub("Z$", "", text), format = "%Y-%m-%dT%H:%M", tz = "UTC")
units <- read.csv(args[1], stringsAsFactors = FALSE)
starts <- read.csv(args[2], stringsAsFactors = FALSE)

rate_ratio <- function(u) {
  d <- u[u$phase %in% c("before", "during") & u$exposure > 0, ]
  d$within <- as.integer(d$phase == "during")
  fit <- tryCatch(
    glm.nb(middle ~ within + offset(log(exposure)), data = d),
    error = function(e) glm(middle ~ within + offset(log(exposure)), data = d, family = quasipoisson))
  unname(exp(coef(fit)["within"]))
}

# One-step likelihood of the gamma-Poisson level, then the mean of the truce's units, averaged over the grid.
forecast <- function(past, number, first, exposures, m) {
  grid <- expand.grid(size = c(1, 2, 4, 16, 1e6), pull = c(1, 4, 16, 64), discount = c(0.8, 0.9, 0.95, 0.98))
  one <- function(p) {
    a <- p$pull; b <- p$pull / m; l <- 0
    step <- function(n) for (i in seq_len(n)) {
      a <<- p$discount * a + (1 - p$discount) * p$pull
      b <<- p$discount * b + (1 - p$discount) * p$pull / m
    }
    for (i in seq_along(number)) {
      y <- past$middle[i]; e <- past$exposure[i]
      mu <- e * a / b; s <- 1 / (1 / a + 1 / p$size)
      l <- l + lgamma(y + s) - lgamma(s) - lgamma(y + 1) + s * log(s / (s + mu)) + ifelse(y > 0, y * log(mu / (s + mu)), 0)
      w <- 1 / (1 + mu / p$size)
      a <- a + w * y; b <- b + w * e
      step((if (i < length(number)) number[i + 1] else first) - number[i])
    }
    total <- 0
    for (e in exposures) { total <- total + e * a / b; step(1) }
    c(l, total)
  }
  r <- sapply(seq_len(nrow(grid)), function(i) one(grid[i, ]))
  w <- exp(r[1, ] - max(r[1, ])); w <- w / sum(w)
  w[w <= 1e-3] <- 0
  sum(w / sum(w) * r[2, ])
}

for (truce in unique(units$truce)) {
  u <- units[units$truce == truce, ]
  start <- when(starts$start[starts$truce == truce])
  days <- as.numeric(difftime(when(u$to), when(u$from), units = "days"))[1]
  number <- round(as.numeric(difftime(when(u$from), when(u$from[1]), units = "days")) / days)
  age <- as.numeric(difftime(start, when(u$from), units = "days"))
  free <- u$phase %in% c("before", "earlier") & u$exposure > 0
  near <- free & age <= 180
  rare <- sum(u$middle[near]) < 0.2 * sum(u$exposure[near]) * days
  past <- free & age <= ifelse(rare, 365, 180)
  during <- which(u$phase == "during")
  m <- (sum(u$middle[past]) + 0.5) / (sum(u$exposure[past]) + 1)
  expected <- forecast(u[past, ], number[past], number[during[1]], u$exposure[during], m)
  cat(truce, rate_ratio(u), sum(u$middle[during]) / expected, "\n")
}
